using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Http;

/// <summary>202 from /settle: the job is queued.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Job">Job id; null when the queue is full (503).</param>
public sealed record SettleReply(ulong Call, string? Job) : Message, IMessage<SettleReply>
{
    public static ushort Number => 143;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(120, Job);

    public static SettleReply Read(ref MessageReader reader) => new(reader.UInt64(), reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.OptionalText(Job);
    }
}
