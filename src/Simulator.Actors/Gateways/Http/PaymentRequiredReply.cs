using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Http;

/// <summary>402: the request was not served because it is not paid for.</summary>
/// <param name="Attempt">Number of the user's request.</param>
/// <param name="Header">PAYMENT-REQUIRED header; null when the session is gone.</param>
/// <param name="Body">JSON body.</param>
public sealed record PaymentRequiredReply(int Attempt, string? Header, string Body) : Message, IMessage<PaymentRequiredReply>
{
    public static ushort Number => 101;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(Body.Length, Header);

    public static PaymentRequiredReply Read(ref MessageReader reader) => new(reader.RequestNumber(), reader.OptionalText(), reader.Text());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
        writer.OptionalText(Header);
        writer.Text(Body);
    }
}
