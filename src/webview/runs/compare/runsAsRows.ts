/** From so many runs on they are rows unless someone said otherwise: names read better below each other. */
const MANY = 12;

export function showsRunsAsRows(choice: boolean | null, runs: number): boolean {
  return choice ?? runs >= MANY;
}
