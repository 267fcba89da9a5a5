/** A filter that looks for the words of a text, whatever they are. */
export function filterOfWords(text: string): string {
  const words = text.split(/\s+/).filter(Boolean);
  return words.map((word) => (word.includes('"') ? `'${word}'` : `"${word}"`)).join(" ");
}
