import fc from 'fast-check';

// In CI a change is judged by the same cases every time; everywhere else each run tries new ones.
if (process.env['CI']) fc.configureGlobal({ seed: 20261125 });
