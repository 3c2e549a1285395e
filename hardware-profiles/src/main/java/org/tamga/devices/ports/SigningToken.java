package org.tamga.devices.ports;

/** What holds an official's signing key: a smart card, a USB token, or a key file. */
public interface SigningToken extends Device {
    /**
     * Logs in. One session at a time; a second caller is refused with {@link DeviceFault#BUSY}.
     *
     * @param pin the caller wipes it afterwards
     */
    TokenOpening open(char[] pin);
}
