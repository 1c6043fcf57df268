/** Style sheets are bundled with the views that import them. */
declare module '*.css';
