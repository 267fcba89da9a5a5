/** Whether an address that a run logged means the repository with these remotes, however each is written. */
export function isSameRepository(logged: string, remotes: readonly string[]): boolean {
  const wanted = plain(logged);
  return wanted !== "" && remotes.some((remote) => plain(remote) === wanted);
}

/** `git@host:a/b.git`, `ssh://git@host:22/a/b`, `https://user:key@host/a/b/` as `host/a/b`. */
function plain(url: string): string {
  const [text = ""] = url.trim().split("#");
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
    ? text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/^([^/]*):\d+(?=\/|$)/, "$1")
    : text.replace(/^([^/\\]{2,}?):(?!\/\/)/, "$1/");
  return address
    .replace(/^[^/@]*@/, "")
    .replace(/\/+/g, "/")
    .replace(/\/$/, "")
    .replace(/\.git$/i, "")
    .toLowerCase();
}
