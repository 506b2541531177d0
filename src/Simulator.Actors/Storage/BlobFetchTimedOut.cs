using Simulator.Kernel;

namespace Simulator.Actors.Storage;

/// <summary>A replica did not answer in time; sent by a <see cref="BlobFetcher"/> to the actor that owns it.</summary>
/// <param name="Call">The fetcher's number for the call.</param>
public sealed record BlobFetchTimedOut(ulong Call) : Message, IMessage<BlobFetchTimedOut>
{
    public static ushort Number => 237;

    public override ushort TypeNumber => Number;

    public static BlobFetchTimedOut Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer) => writer.UInt64(Call);
}
