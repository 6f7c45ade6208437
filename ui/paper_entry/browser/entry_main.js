export default mounted(Entry, ".paper-entry");
