-- A card is known from Teams' receipt alone, and never looked up by the click on it.
drop index delivery_card;
