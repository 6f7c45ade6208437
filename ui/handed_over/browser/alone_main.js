export default mounted(Alone, ".alone");
