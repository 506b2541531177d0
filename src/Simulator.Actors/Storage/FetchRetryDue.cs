using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Storage;

/// <summary>Time to look once more for a blob that no replica had.</summary>
/// <param name="Content">The blob id's 32 bytes.</param>
internal sealed record FetchRetryDue(Hash32 Content) : Message, IMessage<FetchRetryDue>
{
    public static ushort Number => 238;

    public override ushort TypeNumber => Number;

    public static FetchRetryDue Read(ref MessageReader reader) => new(reader.Hash());

    public override void Write(ref MessageWriter writer) => writer.Hash(Content);
}
