namespace Simulator.Protocol.Settlement;

/// <summary>Why a tree dump is refused. Zero is not a verdict.</summary>
public enum BatchDumpRefusal
{
    Unset = 0,

    /// <summary>Longer than <see cref="BatchTree.DumpLengthMax"/>.</summary>
    DumpTooLarge,

    /// <summary>Not JSON, nested too deeply, or with a member twice.</summary>
    NotJson,

    /// <summary>A member is missing, unknown or of the wrong type.</summary>
    UnexpectedShape,

    /// <summary>The format is not <c>standard-v1</c>.</summary>
    UnknownFormat,

    /// <summary>The leaf encoding is not the five columns of a settlement row.</summary>
    UnknownLeafEncoding,

    /// <summary>A node is not 0x and 64 hexadecimal digits.</summary>
    NodeMalformed,

    /// <summary>A column of a row is not of its type.</summary>
    ValueMalformed,

    /// <summary>There are not 2n−1 nodes for n rows, or no rows.</summary>
    NodeCountWrong,

    /// <summary>A row names a node that is not a leaf, or two rows name the same one.</summary>
    TreeIndexWrong,

    /// <summary>The leaf at a row's index is not the hash of the row.</summary>
    LeafMismatch,

    /// <summary>A node is not the hash of its children.</summary>
    NodeMismatch,
}
