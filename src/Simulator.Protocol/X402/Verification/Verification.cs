using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>The outcome of verifying a payment: valid, or the first rule it breaks.</summary>
public sealed record Verification
{
    private Verification(PaymentError? error, Address? payer, string? message)
    {
        Error = error;
        Payer = payer;
        Message = message;
    }

    public bool IsValid => Error is null;

    /// <summary>Null exactly when valid.</summary>
    public PaymentError? Error { get; }

    /// <summary>Null when the payload had no readable payer.</summary>
    public Address? Payer { get; }

    /// <summary>Free text beside the error; usually null.</summary>
    public string? Message { get; }

    public static Verification Valid(Address payer) => new(null, payer, null);

    public static Verification Invalid(PaymentError error, Address? payer, string? message = null) =>
        new(error, payer, message);

    /// <summary>As the facilitator sends it.</summary>
    public VerifyResponse ToResponse() => new(IsValid, Error?.Name, Message, Payer?.ToString() ?? string.Empty);
}
