export default mounted(Group, ".safety");
