export default mounted(Shown, ".plan-shown");
