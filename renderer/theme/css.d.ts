/** Style sheets are bundled by esbuild; importing one has an effect only. */
declare module '*.css';
