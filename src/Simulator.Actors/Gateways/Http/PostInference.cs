using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Http;

/// <summary>POST /v1/inference: a question, with a payment, with a session, or with neither.</summary>
/// <param name="Attempt">Number of the user's request.</param>
/// <param name="Body">JSON request bytes.</param>
/// <param name="PaymentSignature">PAYMENT-SIGNATURE header, or null.</param>
/// <param name="Session">X-Upto-Session header, or null.</param>
/// <param name="SettlementType">X-SETTLEMENT-TYPE header, or null.</param>
public sealed record PostInference(
    int Attempt,
    byte[] Body,
    string? PaymentSignature,
    string? Session,
    string? SettlementType = null) : Message, IMessage<PostInference>
{
    private const byte HasSession = 1;
    private const byte HasSettlementType = 2;

    public static ushort Number => 100;

    public override ushort TypeNumber => Number;

    public override long WireBytes =>
        HttpSize.Request(Body.Length, PaymentSignature, Session) + HttpSize.Header(SettlementType);

    public static PostInference Read(ref MessageReader reader)
    {
        int attempt = reader.RequestNumber();
        byte[] body = reader.Bytes();
        string? payment = reader.OptionalText();
        byte present = reader.Byte();
        if (present > (HasSession | HasSettlementType))
        {
            throw new MessageFormatException("unknown headers are marked as present");
        }

        return new(
            attempt,
            body,
            payment,
            (present & HasSession) != 0 ? reader.Text() : null,
            (present & HasSettlementType) != 0 ? reader.Text() : null);
    }

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
        writer.Bytes(Body);
        writer.OptionalText(PaymentSignature);
        writer.Byte((byte)((Session is null ? 0 : HasSession) | (SettlementType is null ? 0 : HasSettlementType)));
        if (Session is not null)
        {
            writer.Text(Session);
        }

        if (SettlementType is not null)
        {
            writer.Text(SettlementType);
        }
    }
}
