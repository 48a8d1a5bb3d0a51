// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { showReply } from '../../../renderer/app/openFlow';
import { matches } from '../../../renderer/commands/CommandPalette';
import { allCommands, listedMenus } from '../../../renderer/commands/menuItems';
import { bindingOf, commandStates, runCommand } from '../../../renderer/commands/registry';
import { COMMANDS } from '../../../shared/commands/catalogue';
import { fakeProgram, openedFile } from './fakeProgram';

describe('the command registry', () => {
  it('binds every command of the catalogue', () => {
    const { workspace } = fakeProgram();
    expect(COMMANDS.filter(({ id }) => !bindingOf(workspace, id)).map(({ id }) => id)).toEqual([]);
  });

  it('has a command for each type of mention', () => {
    const { workspace } = fakeProgram();
    const types = listedMenus(workspace).find(({ name }) => name === 'tag')?.groups[0]?.commands ?? [];
    expect(types.map(({ id, keys }) => `${id} ${keys}`)).toContain('tag.type.PER Alt+1');
    expect(types.every(({ id }) => bindingOf(workspace, id))).toBe(true);
  });

  it('allows without a document only what makes sense then', () => {
    const { workspace } = fakeProgram();
    const { disabled } = commandStates(workspace);
    expect(disabled).toEqual(expect.arrayContaining(['file.save', 'edit.undo', 'review.next', 'tag.next']));
    expect(disabled).not.toContain('file.open');
  });

  it('ticks what is on', async () => {
    const { workspace } = fakeProgram();
    expect(commandStates(workspace).checked).toContain('view.seams');
    runCommand(workspace, 'view.seams');
    expect(commandStates(workspace).checked).not.toContain('view.seams');
  });

  it('does not run what is not possible', async () => {
    const { workspace, kanwu } = fakeProgram();
    expect(runCommand(workspace, 'file.save')).toBe(false);
    expect(runCommand(workspace, 'no.such')).toBe(false);
    expect(kanwu.save).not.toHaveBeenCalled();
  });

  it('makes the blocks of the selection headings in one step', async () => {
    const { workspace } = fakeProgram();
    await showReply(workspace, { kind: 'opened', document: openedFile('甲\n\n乙\n') });
    const session = workspace.open?.session;
    session?.select({ anchor: { index: 0, offset: 0 }, focus: { index: 1, offset: 1 } });
    runCommand(workspace, 'edit.heading2');
    expect(session?.document.blocks.map(({ level }) => level)).toEqual([2, 2]);
    runCommand(workspace, 'edit.undo');
    expect(session?.document.blocks.map(({ level }) => level)).toEqual([0, 0]);
  });
});

it('the palette finds a command by words of either language', () => {
  const { workspace } = fakeProgram();
  const found = (words: string) =>
    allCommands(workspace)
      .filter(command => matches(command, words))
      .map(({ id }) => id);
  expect(found('另存')).toEqual(['file.saveAs']);
  expect(found('export html')).toEqual(['file.exportHtml']);
  expect(found('人名')).toEqual(['tag.type.PER']);
});
