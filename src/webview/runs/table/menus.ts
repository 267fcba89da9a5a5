/** Menus come with the first of them that is opened: the table shall be there before. */
export const loadMenus = () => import("./allMenus.ts");
