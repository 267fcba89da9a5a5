import { gitRule } from "./gitRule.ts";

export const GIT_NOT_ASKED = gitRule({
  id: "MLR301",
  title: "Git that could not be asked",
  why: "The data lies in a Git repository, but nothing can be said of what is committed, ignored or too large.",
  mend: "Install Git, or see what it says; the rest of the data was verified.",
  data: "info",
});
