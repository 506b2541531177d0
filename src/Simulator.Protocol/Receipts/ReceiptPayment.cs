using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts;

/// <summary>What the server asked for, what the payer signed, what the facilitator found, and what was taken.</summary>
/// <param name="Requirements">The requirements the payer accepted.</param>
/// <param name="Payload">What the payer signed: a Permit2 authorisation, an EIP-3009 order, or a voucher on a channel.</param>
/// <param name="Outcome">The facilitator's verification before the work.</param>
/// <param name="Cost">What this request cost; a session settles several requests at once.</param>
/// <param name="Settlement">The money's transfer; null when none happened, or not yet.</param>
public sealed record ReceiptPayment(
    PaymentRequirements Requirements,
    SchemePayload Payload,
    ReceiptVerifyOutcome Outcome,
    UInt256 Cost,
    ReceiptSettlement? Settlement)
{
    internal static ReceiptPayment From(JsonMembers members) => new(
        PaymentRequirements.Read(members.Object("requirements")),
        ReadPayload(members),
        ReceiptVerifyOutcome.From(members.Object("verify")),
        members.Amount("cost"),
        members.OptionalObject("settlement") is { } settlement ? ReceiptSettlement.From(settlement) : null);

    internal void Write(JsonTextWriter writer)
    {
        writer.Object("payment");
        Requirements.Write(writer, "requirements");
        Payload.Write(writer, "payload");
        Outcome.Write(writer);
        writer.Number("cost", Cost);
        Settlement?.Write(writer);
        writer.End();
    }

    private static SchemePayload ReadPayload(JsonMembers members)
    {
        JsonMembers payload = members.Object("payload");
        if (payload.Has(Permit2Payload.MemberName))
        {
            return Permit2Payload.ReadFrom(payload);
        }

        if (payload.Has(Eip3009Payload.MemberName))
        {
            return Eip3009Payload.ReadFrom(payload);
        }

        ChannelPayload? channel = ChannelPayload.ReadFrom(payload);
        if (channel is not VoucherPayload)
        {
            members.Refuse(ParseProblem.OutOfRange, "payload");
        }

        return channel ?? (SchemePayload)Permit2Payload.ReadFrom(payload);
    }
}

/// <summary>The facilitator's answer to <c>/verify</c>.</summary>
/// <param name="IsValid">Whether it let the payment through.</param>
/// <param name="Payer">Whom it took for the payer.</param>
/// <param name="At">Unix seconds of its clock.</param>
public sealed record ReceiptVerifyOutcome(bool IsValid, Address Payer, long At)
{
    internal static ReceiptVerifyOutcome From(JsonMembers members) =>
        new(members.Boolean("isValid"), members.Address("payer"), members.Whole("at"));

    internal void Write(JsonTextWriter writer) => writer.Object("verify")
        .Boolean("isValid", IsValid)
        .Address("payer", Payer)
        .Integer("at", At)
        .End();
}

/// <summary>What was taken from the payer.</summary>
/// <param name="Amount">Atomic units; for a session the sum of its requests, for a channel all claimed so far.</param>
/// <param name="Transaction">Null when the amount is zero: nothing is broadcast then.</param>
public sealed record ReceiptSettlement(UInt256 Amount, ReceiptTransaction? Transaction)
{
    internal static ReceiptSettlement From(JsonMembers members) => new(
        members.Amount("amount"),
        members.OptionalObject("transaction") is { } transaction ? ReceiptTransaction.From(transaction) : null);

    internal void Write(JsonTextWriter writer)
    {
        writer.Object("settlement").Number("amount", Amount);
        Transaction?.Write(writer);
        writer.End();
    }
}
