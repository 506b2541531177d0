using System.Runtime.InteropServices;

namespace Simulator.Cluster;

/// <summary>Where the two families of MPI libraries differ in binary form: handles, wildcards, the status record.</summary>
/// <param name="Name">For messages to people.</param>
/// <param name="World">The communicator of all ranks.</param>
/// <param name="Bytes">The data type of a byte.</param>
/// <param name="AnySource">Receives from whomever.</param>
/// <param name="AnyTag">Receives whatever.</param>
/// <param name="SourceAt">Index of the sender's rank in the status record, in 32-bit words.</param>
/// <param name="TagAt">Index of the tag.</param>
/// <remarks>
/// Open MPI's handles are pointers to objects of the library, MPICH's are 32-bit numbers. Both fit a machine word, and
/// calling conventions of 64-bit Linux pass a number in the low half of one.
/// </remarks>
internal sealed record MpiAbi(string Name, nint World, nint Bytes, int AnySource, int AnyTag, int SourceAt, int TagAt)
{
    /// <summary>Words of a status record that are enough for either family.</summary>
    public const int StatusWords = 16;

    public static MpiAbi Of(nint library) => NativeLibrary.TryGetExport(library, "ompi_mpi_comm_world", out nint world)
        ? new MpiAbi(
            "Open MPI",
            world,
            NativeLibrary.GetExport(library, "ompi_mpi_byte"),
            AnySource: -1,
            AnyTag: -1,
            SourceAt: 0,
            TagAt: 1)
        : new MpiAbi("MPICH", 0x44000000, 0x4c00010d, AnySource: -2, AnyTag: -1, SourceAt: 2, TagAt: 3);
}
