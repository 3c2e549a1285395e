package org.tamga.kiosk.identify;

import org.tamga.election.checkin.RefusalReason;

/**
 * How a refusal looks: its own colour and its own icon, so that it is told from the others across
 * the table before a word is read.
 *
 * @param styleClass of {@code tamga.css}
 * @param icon Ikonli literal
 */
record RefusalLook(String styleClass, String icon) {

    static RefusalLook of(RefusalReason reason) {
        return switch (reason) {
            case ALREADY_IDENTIFIED_HERE ->
                    new RefusalLook("already-here", "mdi2a-account-check-outline");
            case ALREADY_IDENTIFIED_OTHER_TERMINAL ->
                    new RefusalLook("already-elsewhere", "mdi2a-account-switch-outline");
            case OTHER_STATION ->
                    new RefusalLook("other-station", "mdi2m-map-marker-right-outline");
            case NOT_ON_LIST -> new RefusalLook("not-on-list", "mdi2p-playlist-remove");
            case NO_MATCH -> new RefusalLook("no-match", "mdi2f-fingerprint-off");
            case POOR_IMAGE -> new RefusalLook("poor-image", "mdi2i-image-broken-variant");
            case DEVICE_FAULT -> new RefusalLook("device-fault", "mdi2p-power-plug-off-outline");
            case FINGER_NOT_OF_CLAIMED_PERSON ->
                    new RefusalLook("wrong-person", "mdi2a-account-alert-outline");
            case STATION_NOT_OPEN -> new RefusalLook("not-open", "mdi2l-lock-outline");
            case NOT_ELIGIBLE -> new RefusalLook("not-eligible", "mdi2a-account-cancel-outline");
            case AMBIGUOUS -> new RefusalLook("ambiguous", "mdi2a-account-multiple-outline");
            case INVALID_NUMBER -> new RefusalLook("invalid-number", "mdi2n-numeric");
            case COMMISSION_DECISION_NOT_ALLOWED -> new RefusalLook("not-allowed", "mdi2g-gavel");
        };
    }
}
