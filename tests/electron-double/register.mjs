// Makes `import … from 'electron'` mean the double: `node --import ./tests/electron-double/register.mjs dist/main/main.mjs`.
import { register } from 'node:module';

register('./resolveElectron.mjs', import.meta.url);
