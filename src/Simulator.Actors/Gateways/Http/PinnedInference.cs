using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Gateways.Http;

/// <summary>POST /v1/inference over a connection that trusts one TLS certificate only: the registered one.</summary>
/// <param name="Pin">SHA-256 of that certificate. Travels nowhere: it decides whether the connection comes about.</param>
/// <param name="Request">What is posted once it has.</param>
public sealed record PinnedInference(Hash32 Pin, PostInference Request) : Message, IMessage<PinnedInference>
{
    public static ushort Number => 271;

    public override ushort TypeNumber => Number;

    public override long WireBytes => Request.WireBytes;

    public static PinnedInference Read(ref MessageReader reader) => new(reader.Hash(), PostInference.Read(ref reader));

    public override void Write(ref MessageWriter writer)
    {
        writer.Hash(Pin);
        Request.Write(ref writer);
    }
}
