/** Profiles that describe devices and kits that name the set a station uses. */
@NullMarked
package org.tamga.devices.profile;

import org.jspecify.annotations.NullMarked;
