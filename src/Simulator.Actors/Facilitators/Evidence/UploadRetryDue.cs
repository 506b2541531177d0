using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>It is time to upload the blob of an individual settlement again.</summary>
internal sealed record UploadRetryDue(ulong Step) : Message, IMessage<UploadRetryDue>
{
    public static ushort Number => 312;

    public override ushort TypeNumber => Number;

    public static UploadRetryDue Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Step);
    }
}
