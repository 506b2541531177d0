using Simulator.Actors.Network;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Gateways.Http;

/// <summary>POST /v1/inference with a header that asks for another verification than an enclave's signature.</summary>
/// <param name="Pin">As in <see cref="PinnedInference"/>; null for a client that trusts any certificate.</param>
/// <param name="Mode">Value of the header.</param>
/// <param name="Request">What is posted.</param>
public sealed record VerifiedInference(Hash32? Pin, VerificationMode Mode, PostInference Request)
    : Message, IMessage<VerifiedInference>
{
    public static ushort Number => 370;

    public override ushort TypeNumber => Number;

    public override long WireBytes => Request.WireBytes + HttpSize.Header(Mode.ToString());

    public static VerifiedInference Read(ref MessageReader reader)
    {
        Hash32? pin = reader.Boolean() ? reader.Hash() : null;
        byte mode = reader.Byte();
        return mode <= (byte)VerificationMode.Zk
            ? new(pin, (VerificationMode)mode, PostInference.Read(ref reader))
            : throw new MessageFormatException("an unknown mode of verification");
    }

    public override void Write(ref MessageWriter writer)
    {
        writer.Boolean(Pin is not null);
        if (Pin is { } pin)
        {
            writer.Hash(pin);
        }

        writer.Byte((byte)Mode);
        Request.Write(ref writer);
    }
}
