/** Style sheets are bundled by what builds the pages; to the program they are nothing. */
declare module '*.css';
