package org.tamga.devices.simulator.people;

/** As the personal number of the Kyrgyz Republic writes it: first digit 1 female, 2 male. */
public enum Sex {
    FEMALE,
    MALE
}
