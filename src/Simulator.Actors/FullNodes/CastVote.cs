using Simulator.Kernel;
using Simulator.Protocol.Consensus;

namespace Simulator.Actors.FullNodes;

/// <summary>A prevote or precommit on its way; one object for all who receive it.</summary>
internal sealed record CastVote(Vote Vote) : Message, IMessage<CastVote>
{
    public static ushort Number => 202;

    public override ushort TypeNumber => Number;

    /// <summary>A modelled signature takes the room of a real one.</summary>
    public override long WireBytes => base.WireBytes + Ed25519Key.SignatureLength - Vote.Signature.Length;

    public static CastVote Read(ref MessageReader reader) => new(reader.Vote());

    public override void Write(ref MessageWriter writer) => writer.Vote(Vote);
}
