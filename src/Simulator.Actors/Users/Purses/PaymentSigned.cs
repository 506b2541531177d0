using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Users.Purses;

/// <summary>The user's wallet produced a signed payment.</summary>
/// <param name="Attempt">Number of the user's request.</param>
/// <param name="Header">PAYMENT-SIGNATURE header.</param>
internal sealed record PaymentSigned(int Attempt, string Header) : Message, IMessage<PaymentSigned>
{
    public static ushort Number => 112;

    public override ushort TypeNumber => Number;

    public static PaymentSigned Read(ref MessageReader reader) => new(reader.RequestNumber(), reader.Text());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
        writer.Text(Header);
    }
}
