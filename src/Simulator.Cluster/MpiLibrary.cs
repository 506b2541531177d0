using System.Runtime.InteropServices;

namespace Simulator.Cluster;

/// <summary>The few MPI calls that are used, of whichever library is installed.</summary>
/// <remarks>All calls come from the thread that initialised the library (<c>MPI_THREAD_FUNNELED</c>).</remarks>
internal sealed unsafe class MpiLibrary
{
    private const int Funneled = 1;

    private readonly MpiAbi abi;
    private readonly delegate* unmanaged[Cdecl]<void*, void*, int, int*, int> initialise;
    private readonly delegate* unmanaged[Cdecl]<int> finalise;
    private readonly delegate* unmanaged[Cdecl]<nint, int, int> abort;
    private readonly delegate* unmanaged[Cdecl]<nint, int*, int> rank;
    private readonly delegate* unmanaged[Cdecl]<nint, int*, int> size;
    private readonly delegate* unmanaged[Cdecl]<int, int, nint, int*, int*, int> probe;
    private readonly delegate* unmanaged[Cdecl]<int*, nint, int*, int> count;
    private readonly delegate* unmanaged[Cdecl]<void*, int, nint, int, int, nint, int*, int> receive;
    private readonly delegate* unmanaged[Cdecl]<void*, int, nint, int, int, nint, int> send;

    private MpiLibrary(nint library)
    {
        abi = MpiAbi.Of(library);
        initialise = (delegate* unmanaged[Cdecl]<void*, void*, int, int*, int>)Export("MPI_Init_thread");
        finalise = (delegate* unmanaged[Cdecl]<int>)Export("MPI_Finalize");
        abort = (delegate* unmanaged[Cdecl]<nint, int, int>)Export("MPI_Abort");
        rank = (delegate* unmanaged[Cdecl]<nint, int*, int>)Export("MPI_Comm_rank");
        size = (delegate* unmanaged[Cdecl]<nint, int*, int>)Export("MPI_Comm_size");
        probe = (delegate* unmanaged[Cdecl]<int, int, nint, int*, int*, int>)Export("MPI_Iprobe");
        count = (delegate* unmanaged[Cdecl]<int*, nint, int*, int>)Export("MPI_Get_count");
        receive = (delegate* unmanaged[Cdecl]<void*, int, nint, int, int, nint, int*, int>)Export("MPI_Recv");
        send = (delegate* unmanaged[Cdecl]<void*, int, nint, int, int, nint, int>)Export("MPI_Send");

        nint Export(string name) => NativeLibrary.GetExport(library, name);
    }

    public string Name => abi.Name;

    public int Rank => Number(rank);

    public int Size => Number(size);

    /// <exception cref="InvalidDataException">No library of these names is installed.</exception>
    public static MpiLibrary Load(IReadOnlyList<string> names)
    {
        KeepSignalHandlers();
        foreach (string name in names)
        {
            if (NativeLibrary.TryLoad(name, out nint library))
            {
                return new MpiLibrary(library);
            }
        }

        throw new InvalidDataException(
            $"started by mpiexec, but its MPI library was not found (looked for {string.Join(", ", names)}); install it, for "
            + $"example with 'apt-get install libopenmpi3' or 'libmpich12', or name its file in {MpiLaunch.LibraryVariable}");
    }

    public void Initialise()
    {
        int provided;
        Require(initialise(null, null, Funneled, &provided), "MPI_Init_thread");
    }

    public void Finalise() => Require(finalise(), "MPI_Finalize");

    public void Abort(int exitCode) => _ = abort(abi.World, exitCode);

    public void Send(int to, int tag, ReadOnlySpan<byte> content)
    {
        fixed (byte* start = content)
        {
            Require(send(start, content.Length, abi.Bytes, to, tag, abi.World), "MPI_Send");
        }
    }

    /// <summary>The next message that has arrived; null when there is none.</summary>
    public RankMessage? Receive()
    {
        int* status = stackalloc int[MpiAbi.StatusWords];
        int isThere;
        int length;
        Require(probe(abi.AnySource, abi.AnyTag, abi.World, &isThere, status), "MPI_Iprobe");
        if (isThere == 0)
        {
            return null;
        }

        Require(count(status, abi.Bytes, &length), "MPI_Get_count");
        int from = status[abi.SourceAt];
        int tag = status[abi.TagAt];
        byte[] content = new byte[length];
        fixed (byte* start = content)
        {
            Require(receive(start, length, abi.Bytes, from, tag, abi.World, status), "MPI_Recv");
        }

        return new RankMessage(from, tag, content);
    }

    private int Number(delegate* unmanaged[Cdecl]<nint, int*, int> call)
    {
        int number;
        Require(call(abi.World, &number), "MPI_Comm_rank or MPI_Comm_size");
        return number;
    }

    private static void Require(int code, string call)
    {
        if (code != 0)
        {
            throw new IOException($"{call} failed with code {code}; a rank or the network between the ranks is gone");
        }
    }

    // UCX would answer the runtime's own signals, such as the one behind a NullReferenceException, by ending the
    // process. The library reads the C environment, which Environment.SetEnvironmentVariable does not reach.
    private static void KeepSignalHandlers() => _ = SetVariable("UCX_ERROR_SIGNALS", "", 1);

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetVariable(string name, string value, int overwrites);
}
