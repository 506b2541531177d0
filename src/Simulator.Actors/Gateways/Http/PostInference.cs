using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Http;

/// <summary>POST /v1/inference: a question, with a payment, with a session, or with neither.</summary>
/// <param name="Attempt">Number of the user's request.</param>
/// <param name="Body">JSON request bytes.</param>
/// <param name="PaymentSignature">PAYMENT-SIGNATURE header, or null.</param>
/// <param name="Session">X-Upto-Session header, or null.</param>
public sealed record PostInference(
    int Attempt,
    byte[] Body,
    string? PaymentSignature,
    string? Session) : Message, IMessage<PostInference>
{
    public static ushort Number => 100;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(Body.Length, PaymentSignature, Session);

    public static PostInference Read(ref MessageReader reader) => new(
        reader.RequestNumber(),
        reader.Bytes(),
        reader.OptionalText(),
        reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
        writer.Bytes(Body);
        writer.OptionalText(PaymentSignature);
        writer.OptionalText(Session);
    }
}
