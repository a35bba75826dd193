/** Stands for every style sheet: Vite packs them, Node cannot read them. */
export default '';
