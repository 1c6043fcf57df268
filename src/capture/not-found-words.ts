/** How pages say that what was asked for isn't there, in the languages that are read; small letters, at their beginning. */
const NOT_FOUND: readonly RegExp[] = [
  /\b(?:page|article|story|content|file|url)\b.{0,40}\b(?:not found|no longer (?:available|exists?)|(?:does|could)(?: not|n['’]t) (?:exist|be found)|(?:has been|was) (?:removed|deleted|taken down))/u,
  /\b(?:404|410)\b.{0,20}(?:error|not found|gone)|\berror 404\b|\bnot found\b.{0,20}404/u,
  /\bwe (?:can['’]?t|cannot|could(?: not|n['’]t)) find (?:the|that|this|your)\b/u,
  /\b(?:p[áa]gina|art[íi]culo|contenido|noticia)\b.{0,40}\b(?:no (?:encontrad[ao]|existe|est[áa] disponible|se (?:encuentra|encontr[óo]))|(?:fue|ha sido) (?:eliminad|borrad|retirad)[ao])/u,
  /\bno (?:hemos encontrado|se encontr[óo]|encontramos) (?:la|el|esta|este)\b/u,
  /(?:页面|頁面|文章|内容|內容|网页|網頁).{0,12}(?:不存在|找不到|未找到|已(?:被)?删除|已(?:被)?刪除|已失效)|(?:找不到|未找到|无法找到|無法找到).{0,8}(?:页面|頁面|网页|網頁|文章|内容|內容)/u,
];

/** Whether the beginning of a text says that the page asked for isn't there. */
export const saysNotFound = (content: string): boolean => {
  const head = content.slice(0, 600).toLowerCase();
  return NOT_FOUND.some((words) => words.test(head));
};
