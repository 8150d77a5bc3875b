/**
 * What the inverters of a site are together: the values of its members, added up as {@code
 * tables/joint.csv} says, without counting anything twice.
 *
 * <p>Public: {@link JointTable} (what adds up, and how), {@link Member} (one inverter as the others
 * see it), {@link JointPlant} (from members to the {@link JointView}). Pure; knows no path, model
 * or sign of its own, no network, no broker, no document format and no framework.
 */
@NullMarked
package givbridge.joint;

import org.jspecify.annotations.NullMarked;
