using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Verifiers;

/// <summary>A verifier wants to see what a committed answer is about.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Answer">Name of the answer on chain.</param>
public sealed record GetAnswer(ulong Call, Hash32 Answer) : Message, IMessage<GetAnswer>
{
    public static ushort Number => 374;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(80);

    public static GetAnswer Read(ref MessageReader reader) => new(reader.UInt64(), reader.Hash());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Hash(Answer);
    }
}
