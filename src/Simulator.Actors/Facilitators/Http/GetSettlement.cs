using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Http;

/// <summary>GET /settle/:jobId.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Job">Job id.</param>
public sealed record GetSettlement(ulong Call, string Job) : Message, IMessage<GetSettlement>
{
    public static ushort Number => 144;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(0, Job);

    public static GetSettlement Read(ref MessageReader reader) => new(reader.UInt64(), reader.Text());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Text(Job);
    }
}
