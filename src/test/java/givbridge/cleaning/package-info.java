@NullMarked
package givbridge.cleaning;

import org.jspecify.annotations.NullMarked;
