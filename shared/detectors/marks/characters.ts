import { type CharacterModel, readCharacterModel } from './characterModel';
import counts from './characters.model.json';

let made: CharacterModel | undefined;

/** The character model of the weights; made at the first call, for more than one detector. */
export function characterModel(): CharacterModel {
  made ??= readCharacterModel(counts);
  return made;
}
