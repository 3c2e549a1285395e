/**
 * De-duplication on several machines that hold parts of the gallery, on Hazelcast. The only package
 * that touches Hazelcast, which is there only for {@code tamga matcher grid}.
 */
@NullMarked
package org.tamga.matcher.dedup.grid;

import org.jspecify.annotations.NullMarked;
