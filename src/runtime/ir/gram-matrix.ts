/** tfjs' name for a kernel that gives XᵀX / `divisor` of `x` [positions, channels]. Only some backends have it. */
export const gramMatrix = 'GramMatrix';
