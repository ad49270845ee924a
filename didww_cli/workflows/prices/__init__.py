"""What calls and SMS cost, as the services of prices tell it."""
