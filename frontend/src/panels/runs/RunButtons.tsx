export function RunButtons() {
  return null
}
