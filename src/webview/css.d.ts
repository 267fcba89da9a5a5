/** Style sheets beside the components that need them; the bundler gathers them, one a page. */
declare module "*.css";
