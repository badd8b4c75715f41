/** Files that are read as they stand. */
declare module "*.txt" {
  const text: string;
  export default text;
}
